#!/usr/bin/env python3
"""Compares the article itself, as `parley analyze` prints it, with hand-made gold.

  check_article.py --gold DIR --out DIR [--details]

DIR of --out holds one JSON file for each gold file, under the same name, made without telling
parley the outlet, the title or the day. Three layers of the gold are read:

  metadata     outlet, title, published, byline: right when equal; where the gold has null only
               null is right, for nothing may be stated that the text does not state
  boilerplate  each line taken out must be one of the gold's and each of the gold's must be taken
               out, letter for letter; what is left must be the gold's sentences and nothing else
  sections     the same for subheadings; a line the gold lets be either is right as either

Exit status 0 when all files could be compared, whatever the figures.
"""
import argparse
import glob
import json
import os
import sys


def plain(text):
    """Runs of blanks and line ends as one blank."""
    return " ".join((text or "").split())


def letters(text):
    """Letters and digits alone, which no quotation mark or hyphen changes."""
    return "".join(c for c in text if c.isalnum())


class Count:
    """Right and wrong answers, and what was missed, with the lines that show where."""

    def __init__(self):
        self.right = self.wrong = self.missed = 0
        self.notes = []

    def compare(self, name, found, wanted, allowed):
        """`found` must hold all of `wanted`, and nothing but these and `allowed`."""
        for text in found:
            if text in wanted:
                self.right += 1
            elif text not in allowed:
                self.wrong += 1
                self.notes.append(f"{name}: not in the gold: {text!r}")
        for text in wanted:
            if text not in found:
                self.missed += 1
                self.notes.append(f"{name}: missed: {text!r}")

    def line(self, label):
        found, gold = self.right + self.wrong, self.right + self.missed
        precision = f"{self.right / found:.3f}" if found else "-"
        recall = f"{self.right / gold:.3f}" if gold else "-"
        return f"{label:12} precision {precision}  recall {recall}  ({self.right} of {gold})"


def stated(value):
    """A field as text: one author or several, null as None."""
    if isinstance(value, list):
        value = ", ".join(value)
    return plain(value) or None


def check_metadata(name, gold, article, count):
    for field, key in [("outlet",) * 2, ("title",) * 2, ("published",) * 2, ("byline", "author")]:
        wanted, found = stated(gold["metadata"].get(field)), stated(article.get(key))
        if wanted == found:
            count.right += 1
        else:
            count.wrong += 1
            count.notes.append(f"{name}: {field}: {found!r} for {wanted!r}")


def check_lines(name, gold, output, boilerplate, sections):
    lines = [plain(text) for text in gold["boilerplate"]]
    heads = [plain(text) for text in gold["sections"]]
    either = {plain(text) for text in gold.get("either_section_or_boilerplate") or []}
    either |= set(lines) & set(heads)
    removed = [plain(item["text"]) for item in output["removed"]]
    shown = [plain(item["text"]) for item in output["sections"]]
    for text in sorted(either - set(removed) - set(shown)):
        boilerplate.missed += 1
        boilerplate.notes.append(f"{name}: missed: {text!r}")
    boilerplate.compare(name, removed, [text for text in lines if text not in either], either)
    sections.compare(name, shown, [text for text in heads if text not in either], either)


def check_body(name, gold, output, count):
    wanted = letters("".join(gold["sentences"]))
    found = letters("".join(sentence["text"] for sentence in output["sentences"]))
    if wanted == found:
        count.right += 1
        return
    count.wrong += 1
    at = next((i for i, (a, b) in enumerate(zip(wanted, found)) if a != b), -1)
    at = min(len(wanted), len(found)) if at < 0 else at
    count.notes.append(f"{name}: body parts at {found[at:at + 60]!r} for {wanted[at:at + 60]!r}")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    counts = {key: Count() for key in ("metadata", "boilerplate", "sections", "body")}
    missing = 0
    for path in sorted(glob.glob(os.path.join(options.gold, "*.json"))):
        with open(path, encoding="utf-8") as file:
            gold = json.load(file)
        if "boilerplate" not in gold:
            continue
        name = os.path.basename(path)
        try:
            with open(os.path.join(options.out, name), encoding="utf-8") as file:
                output = json.load(file)
        except (OSError, ValueError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            missing += 1
            continue
        check_metadata(name, gold, output["article"], counts["metadata"])
        check_lines(name, gold, output, counts["boilerplate"], counts["sections"])
        check_body(name, gold, output, counts["body"])
    for key in ("metadata", "body"):
        total = counts[key].right + counts[key].wrong
        print(f"{key:12} {counts[key].right} of {total} right")
    for key in ("boilerplate", "sections"):
        print(counts[key].line(key))
    if options.details:
        for key, count in counts.items():
            for note in count.notes:
                print(f"  {key}: {note}")
    sys.exit(1 if missing else 0)


main()
