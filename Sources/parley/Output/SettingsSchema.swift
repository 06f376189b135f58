import Screens

/// What may stand in the settings file, as JSON Schema (draft 7): editors complete and check TOML by
/// it. Made from the registries, like the pages of the manual.
enum SettingsSchema {
    static var document: JSON {
        var properties = SettingsRegistry.all.map { ($0.name, schema(of: $0)) }
        properties += [("keys", keys), ("macros", macros), ("themes", themes)]
        return .object([
            ("$schema", .string("http://json-schema.org/draft-07/schema#")),
            ("title", .string("Settings of parley")),
            ("type", .string("object")),
            ("additionalProperties", .bool(false)),
            ("properties", .object(properties)),
            (
                "definitions",
                .object([("binding", binding), ("bindings", bindings), ("ink", ink)])
            ),
        ])
    }

    /// The document in lines, as editors and people read it.
    static var text: String { document.indented + "\n" }

    private static func schema(of setting: Setting) -> JSON {
        let values = setting.values
        var kinds: [JSON] = [.object([("enum", .strings(values))])]
        // TOML has words of its own for these.
        if values.contains("on") { kinds.append(type("boolean")) }
        let numbers = values.compactMap { Int($0) }
        if !numbers.isEmpty { kinds.append(.object([("enum", .integers(numbers))])) }
        if setting.name == "theme" { kinds.append(type("string")) }
        if let pattern = setting.pattern { kinds.append(string(like: pattern)) }
        if setting.name == "panes" {
            kinds.append(
                .object([
                    ("type", .string("array")), ("items", share), ("minItems", .integer(3)),
                    ("maxItems", .integer(3)),
                ]))
        }
        return .object([
            ("description", .string(setting.summary)),
            ("default", .string(setting.defaultValue)),
            ("anyOf", .array(kinds)),
        ])
    }

    private static let share = JSON.object([
        ("type", .string("integer")), ("minimum", .integer(1)), ("maximum", .integer(99)),
    ])

    /// Keys for every screen, and tables of keys for one.
    private static var keys: JSON {
        .object([
            ("description", .string("Keys, and what they run; \"\" takes keys away")),
            ("type", .string("object")),
            (
                "properties",
                .object(Mode.allCases.map { ($0.rawValue, reference("bindings")) })
            ),
            ("additionalProperties", reference("binding")),
        ])
    }

    private static let bindings = JSON.object([
        ("type", .string("object")), ("additionalProperties", reference("binding")),
    ])

    private static var binding: JSON {
        let names = Registry.all.map(\.name).joined(separator: "|")
        let command = string(like: "^(\(names))( .*)?$")
        let commands = JSON.object([("type", .string("array")), ("items", command)])
        let none = JSON.object([("enum", .array([.string(""), .bool(false)]))])
        return .object([("anyOf", .array([command, commands, none]))])
    }

    private static let macros = JSON.object([
        ("description", .string("Scripts that :play NAME plays")),
        ("type", .string("object")),
        ("additionalProperties", type("string")),
    ])

    private static var themes: JSON {
        var roles: [(String, JSON)] = [
            ("like", described("The theme it begins as", type("string"))),
            ("ground", described("The ground it is made for, #rrggbb", type("string"))),
        ]
        roles += Role.allCases.map { ($0.name, described($0.summary, reference("ink"))) }
        let theme = JSON.object([
            ("type", .string("object")), ("additionalProperties", .bool(false)),
            ("properties", .object(roles)),
        ])
        return .object([
            ("description", .string("Themes of one's own, and changes of ours")),
            ("type", .string("object")), ("additionalProperties", theme),
        ])
    }

    private static let ink = string(
        like: "^#[0-9a-fA-F]{6}( on #[0-9a-fA-F]{6}| bold| underlined)*$")

    private static func type(_ name: String) -> JSON { .object([("type", .string(name))]) }

    private static func string(like pattern: String) -> JSON {
        .object([("type", .string("string")), ("pattern", .string(pattern))])
    }

    private static func reference(_ name: String) -> JSON {
        .object([("$ref", .string("#/definitions/\(name)"))])
    }

    private static func described(_ words: String, _ kind: JSON) -> JSON {
        .object([("description", .string(words)), ("allOf", .array([kind]))])
    }
}
