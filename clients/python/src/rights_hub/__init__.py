"""A typed client of Rights Hub."""

from ._asking import Page
from .client import AsyncHub, Hub
from .mirror import Folder, Mirror, Proof, Shelf
from .problem import ProblemError

__all__ = ["AsyncHub", "Folder", "Hub", "Mirror", "Page", "ProblemError", "Proof", "Shelf"]
