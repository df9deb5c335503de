"""How work is spread: over the cores of one machine (`local`)."""
