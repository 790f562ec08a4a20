"""Compares front matter before and after tags were added, as Python's YAML reader sees it.

compare-with-python.py BEFORE AFTER FIELD TAG...: every post that it reads must have the same values in all fields but
FIELD, and there what it had before and the tags, in this order.
"""

import pathlib
import re
import sys

import yaml

FENCES = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*(?:\r\n|\n|\r)(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)


def front_matter(path):
    found = FENCES.match(path.read_bytes())
    if not found:
        return None
    try:
        value = yaml.load(found.group(1), Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    return value if isinstance(value, dict) else None


def as_list(value):
    """What a field holds: a list, or one value as a list of one."""
    if value is None or value == "":
        return []
    return [item for item in value if item != ""] if isinstance(value, list) else [value]


def main():
    before, after = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    singular = {"tags": "tag", "categories": "category"}[sys.argv[3]]
    keys = {sys.argv[3], singular}
    tags = sys.argv[4:]
    compared = 0
    for path in sorted(before.rglob("*")):
        other = after / path.relative_to(before)
        if not path.is_file() or path.read_bytes() == other.read_bytes():
            continue
        old, new = front_matter(path), front_matter(other)
        if old is None:
            continue
        if new is None:
            sys.exit(f"FAILED: {other} can no longer be read")
        rest = [{key: value for key, value in values.items() if key not in keys} for values in (old, new)]
        if rest[0] != rest[1]:
            sys.exit(f"FAILED: {other} changed beside its {sys.argv[3]}")
        had, has = ([item for key in sorted(keys) for item in as_list(values.get(key))] for values in (old, new))
        if has != had + tags and sorted(has) != sorted(had + tags):
            sys.exit(f"FAILED: {other} has {has}, had {had}")
        compared += 1
    print(f"{compared} posts compared with Python's YAML reader")


main()
