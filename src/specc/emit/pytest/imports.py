"""The imports of a generated file: gathered while its code is made, printed sorted."""

from __future__ import annotations

import attrs

from specc.emit.python.imports import from_import

STANDARD = frozenset({"collections.abc", "decimal", "pathlib", "time", "types"})


@attrs.frozen(eq=False)
class Imports:
    """Names by module; a module without names is imported whole."""

    found: dict[str, set[str]] = attrs.field(factory=dict)

    def add(self, module: str, *names: str) -> None:
        """Ask for names of a module, or for the module itself."""
        self.found.setdefault(module, set()).update(names)

    def runtime(self, *names: str) -> None:
        """Ask for names of the runtime library."""
        self.add("specc.runtime", *names)

    def text(self) -> str:
        """The import block: standard library, then packages, then the suite's own modules."""
        groups: list[list[str]] = [[], [], []]
        for module in sorted(self.found, key=lambda name: (name.startswith("."), name)):
            names = self.found[module]
            group = (
                2
                if module.startswith(".")
                else (0 if module in STANDARD or module in ("re", "pkgutil") else 1)
            )
            if names:
                groups[group].append(from_import(module, tuple(names)))
            else:
                groups[group].insert(0, f"import {module}")
        parts: list[str] = []
        for group_lines in groups:
            plain = sorted(line for line in group_lines if line.startswith("import "))
            named = [line for line in group_lines if not line.startswith("import ")]
            if plain or named:
                parts.append("\n".join([*plain, *named]))
        return "\n\n".join(parts)
