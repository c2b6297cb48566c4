"""Writing what a preview said, batch after batch, in the background."""
