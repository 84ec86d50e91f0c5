"""From `ir.Api` to everything that is Python about the package: names, annotations, docstrings, views, the plan of files."""
