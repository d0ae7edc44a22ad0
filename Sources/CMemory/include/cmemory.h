// What Swift has no word for: a hint to fetch memory before it is used.
#ifndef CMEMORY_H
#define CMEMORY_H

/// Asks for the cache line of `address`, to write to it. Never faults, whatever the address.
static inline void cmemory_prefetch(const void *_Nullable address) { __builtin_prefetch(address, 1, 3); }

/// The same to read from it.
static inline void cmemory_prefetch_for_reading(const void *_Nullable address) { __builtin_prefetch(address, 0, 3); }

#endif
