"""What the compiler says about a spec: coded diagnostics, their catalogue and their renderers."""
