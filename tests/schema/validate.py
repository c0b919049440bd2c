# SPDX-License-Identifier: Apache-2.0
"""validate.py SCHEMA FOLDER: every good-*.json in the folder must be valid,
every bad-*.json must not. Exits with 77 where jsonschema is not installed."""
import json
import pathlib
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)


def main(schema_path, folder):
    schema = json.loads(pathlib.Path(schema_path).read_text("utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong = 0
    for path in sorted(pathlib.Path(folder).iterdir()):
        errors = list(validator.iter_errors(json.loads(path.read_text("utf-8"))))
        if path.name.startswith("good") and errors:
            place = "/".join(str(p) for p in errors[0].absolute_path)
            print(f"{path.name}: {place}: {errors[0].message[:300]}")
            wrong += 1
        if path.name.startswith("bad") and not errors:
            print(f"{path.name}: valid: {path.read_text('utf-8')}")
            wrong += 1
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
