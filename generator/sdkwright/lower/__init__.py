"""A resolved document in, an `ir.Api` out."""
