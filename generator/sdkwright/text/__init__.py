"""Text with positions: spans, diagnostics, YAML read into located nodes. Knows neither OpenAPI nor Python."""
