"""One package a screen: `view` lays out, `page` wires; a page knows no other page."""
