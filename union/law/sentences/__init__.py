"""The engine's sentences in French, Arabic and English, found only when somebody asks for them."""
