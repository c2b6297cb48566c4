"""The engine's sentences in English, found only when somebody asks for them."""
