"""OpenAPI documents as located trees: files, references, versions, and the shape every object must have."""
