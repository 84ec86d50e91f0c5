"""From a plan to files: Jinja, the model printers, formatting, comparing, publishing."""
