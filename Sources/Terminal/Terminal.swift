import CNcurses
import Screens

// Terminal is ncurses and nothing else: keys in, grid out.
