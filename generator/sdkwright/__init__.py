"""sdkwright turns hand-written OpenAPI YAML into a typed Python SDK.

The command line (`sdkwright --help`) and these functions do the same work. Each function reports into a `Report` and
prints nothing.

    from pathlib import Path
    from sdkwright import Report, build, publish, read_config

    report = Report()
    config = read_config(Path("sdkwright.toml"), report)
    if config is not None:
        publish(build(config, report), report)
    for diagnostic in report.in_order():
        print(diagnostic.span, diagnostic.code, diagnostic.message)
"""

from __future__ import annotations

from .config import ApiConfig, Config, read_config, single_config
from .pipeline import Analysis, BuiltApi, Package, analyse, build, drift, publish
from .text.diagnostic import Diagnostic, Report, Severity
from .text.span import Span
from .version import VERSION as __version__

__all__ = [
    "Analysis",
    "ApiConfig",
    "BuiltApi",
    "Config",
    "Diagnostic",
    "Package",
    "Report",
    "Severity",
    "Span",
    "__version__",
    "analyse",
    "build",
    "drift",
    "publish",
    "read_config",
    "single_config",
]
