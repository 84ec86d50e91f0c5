"""The generator over real documents: `python -m tests.corpus` measures, this suite takes a small part of it."""
