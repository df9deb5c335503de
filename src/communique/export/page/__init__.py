"""What `graph.html` is made of: content, drawing, layout, template, style and scripts."""
