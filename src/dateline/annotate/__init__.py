"""Document to Annotations: sentences, parse, names, references, quotations."""
