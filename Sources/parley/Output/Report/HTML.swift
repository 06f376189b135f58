enum HTML {
    /// Text that stands for itself between tags and between the quotation marks of an attribute.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "'": result.append(contentsOf: "&#39;".unicodeScalars)
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Fonts of the machine, a measure that can be read, tables that scroll by themselves on a
    /// narrow screen; on paper black on white, rows of counts and single sentences kept
    /// whole, heads repeated, tables of many columns across, and ids left out.
    static let style = """
        :root { --ground: #fff; --text: #1b1b1b; --soft: #5a5a5a; --line: #d5d5d5;
          --mark: #fdeaa6; --link: #0b57a4; }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #16181b; --text: #e6e4df; --soft: #a4a29c; --line: #3a3d42;
            --mark: #5a4a10; --link: #8dbdf2; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 84rem;
          background: var(--ground); color: var(--text);
          font: 1rem/1.5 Georgia, "Times New Roman", "DejaVu Serif", serif; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 1rem; max-width: 40em; }
        h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
        h1, h2, th, dt, nav, cite, .place, sup, .number {
          font-family: system-ui, "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
        a { color: var(--link); }
        dl { margin: 0 0 1rem; }
        dl div { display: flex; gap: .75rem; padding: .1rem 0; }
        dt { flex: 0 0 11rem; color: var(--soft); font-size: .9rem; }
        dd { margin: 0; }
        .note { border-left: .25rem solid var(--mark); padding-left: .75rem; }
        nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none;
          margin: 0; padding: 0; font-size: .9rem; }
        .table { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th, td { text-align: start; vertical-align: top; padding: .4rem .75rem .4rem 0;
          border-top: 1px solid var(--line); }
        thead th { border-top: 0; border-bottom: 2px solid var(--text); font-size: .85rem;
          color: var(--soft); white-space: nowrap; }
        thead small { font-weight: 400; }
        tbody th { font-size: .9rem; font-weight: 600; }
        .short { white-space: nowrap; }
        td { font-size: .95rem; }
        td.said { min-width: 18rem; font-size: 1rem; }
        td.number { font-variant-numeric: tabular-nums; }
        td ul { margin: 0; padding: 0; list-style: none; color: var(--soft); }
        td p { margin: 0 0 .4rem; max-width: 44em; }
        td p:last-child { margin-bottom: 0; }
        tr.opens > * { border-top: 2px solid var(--soft); }
        cite, .place, sup { color: var(--soft); font-style: normal; font-size: .8rem; }
        cite { display: block; }
        sup { line-height: 0; }
        mark { background: var(--mark); color: inherit; }
        footer ol { font-size: .85rem; color: var(--soft); padding-left: 2.5rem; }
        li:target { background: var(--mark); color: var(--text); }
        @media (max-width: 40rem) { body { padding: 1rem .75rem 3rem; }
          dl div { display: block; } dt { font-size: .8rem; } }
        @media print {
          :root { --ground: #fff; --text: #000; --soft: #333; --line: #999;
            --mark: transparent; --link: #000; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav { display: none; }
          .table { overflow: visible; }
          thead { display: table-header-group; }
          tr, li, td p { break-inside: avoid; }
          tr.said { break-inside: auto; }
          th, td { padding-right: .5rem; overflow-wrap: break-word; }
          thead th, .short { white-space: normal; }
          .detail { display: none; }
          .wide { page: wide; }
          .wide td, .wide th { font-size: .85rem; }
          h2 { break-after: avoid; }
          td.said { min-width: 0; }
          a { text-decoration: none; }
          mark { text-decoration: underline; }
          @page { margin: 18mm 15mm; }
          @page wide { size: landscape; margin: 15mm; } }
        """
}
