"""The examples of specifications against the package that is made of them."""

from .show import as_json, as_table
from .verification import ApiVerification, Verdict, Verification
from .verify import verify, verify_package

__all__ = [
    "ApiVerification",
    "Verdict",
    "Verification",
    "as_json",
    "as_table",
    "verify",
    "verify_package",
]
