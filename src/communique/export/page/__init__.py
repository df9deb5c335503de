"""What `graph.html` is made of: the content as data, the drawing, its layout, and the template, style and scripts."""
