#ifndef PARLEY_CMEMORY_H
#define PARLEY_CMEMORY_H

// How the process takes memory: what is said through functions that Swift cannot call.

/// Has threads take memory from four stores that each begin with some megabytes, so that they stop
/// neither at the system for every few pages nor for each other: with one store they waited seventy
/// times on the way to a first screen. For a program that must be quick to show something, not for
/// one whose threads work for long. Before any thread is started.
void parley_memory_in_large_pieces(void);

/// Has each large piece of memory be taken from the system for itself and given back when it is
/// freed. Else glibc takes the largest that was freed, up to 32 MB, for what a large piece is, and
/// keeps twice as much (mallopt(3)). There are as many stores as processors, not eight times as
/// many: each keeps holes. For a program that works for long. Before any thread is started.
void parley_memory_piece_by_piece(void);

/// Gives the system back what is free in the stores of all threads: where some prepare what another
/// gives up, each store keeps holes as large as all of it.
void parley_memory_give_back(void);

/// Has SQLite keep no count of its memory: the lock around that count is one that all readers wait
/// for. Counts only before SQLite is first used in the process.
void parley_sqlite_without_memory_count(void);

#endif
