#include "pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define POOL_CHUNK ((size_t)1 << 16)
#define POOL_LARGE (POOL_CHUNK / 4)
// A chunk that is still being filled counts down from here, so that only giving back is counted atomically.
#define POOL_OPEN ((long)1 << 40)
#define POOL_SPARES 16

struct pool_chunk {
    atomic_long live;
    struct pool_chunk *next;
};

// In front of each block, which stays aligned to 16 bytes.
struct pool_head {
    uint32_t size;
    uint32_t is_large;
};

// What a thread fills now, and empty chunks that it keeps.
static _Thread_local struct {
    struct pool_chunk *chunk;
    size_t used;
    long count;
    struct pool_chunk *spares;
    int spare_count;
    // The chunk that blocks were given back to last, and how many of them it does not know of yet: a tree is freed about
    // as it was made, so one atomic operation does for many.
    struct pool_chunk *freeing;
    long freed;
} pool;

static struct pool_head *pool_head(void *block) { return (struct pool_head *)block - 1; }

static struct pool_chunk *pool_chunk(void *block) {
    return (struct pool_chunk *)((uintptr_t)block & ~(uintptr_t)(POOL_CHUNK - 1));
}

// An empty chunk is kept for the next tree.
static void pool_keep(struct pool_chunk *chunk) {
    if (pool.spare_count == POOL_SPARES) {
        free(chunk);
        return;
    }
    chunk->next = pool.spares;
    pool.spares = chunk;
    pool.spare_count++;
}

// Tells a chunk of the blocks that were given back.
static void pool_settle(void) {
    struct pool_chunk *chunk = pool.freeing;
    pool.freeing = NULL;
    if (chunk && atomic_fetch_sub_explicit(&chunk->live, pool.freed, memory_order_acq_rel) == pool.freed) pool_keep(chunk);
}

// Ends the chunk that is being filled: from now on its last block frees it.
static void pool_close(void) {
    struct pool_chunk *chunk = pool.chunk;
    pool.chunk = NULL;
    if (chunk && atomic_fetch_add(&chunk->live, pool.count - POOL_OPEN) == POOL_OPEN - pool.count) pool_keep(chunk);
}

// Gives back what a thread kept when it ends.
static void pool_leave(void *unused) {
    (void)unused;
    pool_settle();
    pool_close();
    while (pool.spares) {
        struct pool_chunk *next = pool.spares->next;
        free(pool.spares);
        pool.spares = next;
    }
    pool.spare_count = 0;
}

static pthread_key_t pool_key;
static pthread_once_t pool_once = PTHREAD_ONCE_INIT;
static void pool_prepare(void) { pthread_key_create(&pool_key, pool_leave); }

// Sees to it that a thread gives back what it keeps.
static void pool_enter(void) {
    pthread_once(&pool_once, pool_prepare);
    pthread_setspecific(pool_key, &pool);
}

static void pool_begin(void) {
    pool_settle();
    pool_close();
    pool_enter();
    struct pool_chunk *chunk = pool.spares;
    if (chunk) {
        pool.spares = chunk->next;
        pool.spare_count--;
    } else {
        chunk = aligned_alloc(POOL_CHUNK, POOL_CHUNK);
        // libcmark does the same where memory runs out.
        if (!chunk) abort();
    }
    atomic_init(&chunk->live, POOL_OPEN);
    pool.chunk = chunk;
    pool.count = 0;
    // The first block's head ends where a multiple of 16 begins.
    pool.used = sizeof(struct pool_chunk) + sizeof(struct pool_head);
}

static size_t pool_room(size_t size) { return (size + sizeof(struct pool_head) + 15) & ~(size_t)15; }

static void *pool_take(size_t size) {
    size_t room = pool_room(size);
    if (room > POOL_LARGE) {
        struct pool_head *head = malloc(size + 2 * sizeof(struct pool_head));
        if (!head) abort();
        head[1] = (struct pool_head){(uint32_t)size, 1};
        return head + 2;
    }
    if (!pool.chunk || pool.used + room > POOL_CHUNK) pool_begin();
    struct pool_head *head = (struct pool_head *)((char *)pool.chunk + pool.used);
    pool.used += room;
    pool.count++;
    *head = (struct pool_head){(uint32_t)(room - sizeof(struct pool_head)), 0};
    return head + 1;
}

static void pool_free(void *block) {
    if (!block) return;
    if (pool_head(block)->is_large) {
        free(pool_head(block) - 1);
        return;
    }
    struct pool_chunk *chunk = pool_chunk(block);
    if (chunk != pool.freeing) {
        pool_settle();
        if (!pool.chunk) pool_enter();
        pool.freeing = chunk;
        pool.freed = 0;
    }
    pool.freed++;
}

static void *pool_calloc(size_t count, size_t size) {
    void *block = pool_take(count * size);
    return memset(block, 0, count * size);
}

static void *pool_realloc(void *block, size_t size) {
    if (!block) return pool_take(size);
    struct pool_head *head = pool_head(block);
    if (head->is_large) {
        head = realloc(head - 1, size + 2 * sizeof(struct pool_head));
        if (!head) abort();
        head[1].size = (uint32_t)size;
        return head + 2;
    }
    if (size <= head->size) return block;
    size_t more = pool_room(size) - sizeof(struct pool_head) - head->size;
    int is_last = pool_chunk(block) == pool.chunk && (char *)block + head->size == (char *)pool.chunk + pool.used;
    if (is_last && pool_room(size) <= POOL_LARGE && pool.used + more <= POOL_CHUNK) {
        // What grows is mostly what was taken last.
        pool.used += more;
        head->size += (uint32_t)more;
        return block;
    }
    void *moved = pool_take(size);
    memcpy(moved, block, head->size);
    pool_free(block);
    return moved;
}

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

cmark_mem *pool_memory(void) {
    // A memory checker has to see every block.
    if (__has_feature(address_sanitizer)) return cmark_get_default_mem_allocator();
    static cmark_mem memory = {pool_calloc, pool_realloc, pool_free};
    return &memory;
}
