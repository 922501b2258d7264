#pragma once

#include <cmark.h>

// Memory for libcmark's trees.
//
// A page's tree is a thousand small blocks that are made one after the other and given back together. malloc looks for
// a place for each and joins each to its neighbours again; that took a fifth of a build. Here they are laid side by side
// in chunks of 64 KiB. A chunk counts its blocks, and when the last is given back the whole chunk is free. Any thread may
// give back what another has taken. Large blocks are malloc's. Under AddressSanitizer all are.
cmark_mem *pool_memory(void);
