// What libcmark itself takes to do a build's work: read, parse, render HTML and CommonMark, write. The yardstick.
//
//   reference CONTENT OUTPUT THREADS [HTML MARKDOWN SCRIPT]
//
// CONTENT holds <guide>/<language>.md; OUTPUT gets <language>/<guide>/index.html and index.md. With sizes, these files are
// brought to so many bytes, filled up or cut off, and a file index.js of so many is written beside: the files are then
// as many and as large as a build's.

#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *content, *output;
static char **guides;
static size_t guide_count;
static size_t html_size, markdown_size, script_size;
static atomic_size_t next_guide;
static const char *languages[] = {"fr", "en"};

static void fail(const char *what) {
    fprintf(stderr, "reference: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void write_file(const char *path, const char *text, size_t length) {
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0) fail(path);
    while (length > 0) {
        ssize_t count = write(file, text, length);
        if (count < 0) fail(path);
        text += count;
        length -= (size_t)count;
    }
    if (close(file) != 0) fail(path);
}

static char *read_file(const char *path, size_t *length) {
    int file = open(path, O_RDONLY | O_CLOEXEC);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) fail(path);
    char *text = malloc((size_t)status.st_size + 1);
    if (!text) fail("malloc");
    size_t done = 0;
    while (done < (size_t)status.st_size) {
        ssize_t count = read(file, text + done, (size_t)status.st_size - done);
        if (count <= 0) fail(path);
        done += (size_t)count;
    }
    close(file);
    text[done] = 0;
    *length = done;
    return text;
}

// Writes a text that libcmark made, brought to so many bytes where a size is given, and frees it.
static void write_page(const char *path, char *text, size_t size) {
    size_t length = strlen(text);
    if (size > length) {
        text = realloc(text, size);
        if (!text) fail("realloc");
        memset(text + length, ' ', size - length);
    }
    write_file(path, text, size ? size : length);
    free(text);
}

static void build(const char *guide, const char *language) {
    char path[4096];
    size_t length;
    snprintf(path, sizeof path, "%s/%s/%s.md", content, guide, language);
    char *text = read_file(path, &length);
    // Behind the front matter.
    const char *body = text;
    if (strncmp(text, "---\n", 4) == 0) {
        const char *end = strstr(text + 4, "\n---\n");
        if (end) body = end + 5;
    }
    cmark_node *tree = cmark_parse_document(body, length - (size_t)(body - text), CMARK_OPT_DEFAULT);
    snprintf(path, sizeof path, "%s/%s/%s", output, language, guide);
    if (mkdir(path, 0777) != 0) fail(path);
    snprintf(path, sizeof path, "%s/%s/%s/index.md", output, language, guide);
    write_page(path, cmark_render_commonmark(tree, CMARK_OPT_DEFAULT, 0), markdown_size);
    snprintf(path, sizeof path, "%s/%s/%s/index.html", output, language, guide);
    write_page(path, cmark_render_html(tree, CMARK_OPT_DEFAULT), html_size);
    if (script_size) {
        snprintf(path, sizeof path, "%s/%s/%s/index.js", output, language, guide);
        write_page(path, strdup(""), script_size);
    }
    cmark_node_free(tree);
    free(text);
}

static void *work(void *unused) {
    (void)unused;
    for (;;) {
        size_t start = atomic_fetch_add(&next_guide, 8);
        if (start >= guide_count) return NULL;
        for (size_t guide = start; guide < guide_count && guide < start + 8; guide++)
            for (size_t language = 0; language < 2; language++) build(guides[guide], languages[language]);
    }
}

int main(int count, char **arguments) {
    if (count < 4) {
        fprintf(stderr, "usage: reference CONTENT OUTPUT THREADS [HTML MARKDOWN SCRIPT]\n");
        return 2;
    }
    content = arguments[1];
    output = arguments[2];
    int threads = atoi(arguments[3]);
    if (count > 6) {
        html_size = (size_t)atol(arguments[4]);
        markdown_size = (size_t)atol(arguments[5]);
        script_size = (size_t)atol(arguments[6]);
    }
    DIR *folder = opendir(content);
    if (!folder) fail(content);
    size_t room = 0;
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (entry->d_name[0] == '.') continue;
        if (guide_count == room) {
            room = room ? room * 2 : 1024;
            guides = realloc(guides, room * sizeof *guides);
            if (!guides) fail("realloc");
        }
        guides[guide_count++] = strdup(entry->d_name);
    }
    closedir(folder);
    if (mkdir(output, 0777) != 0) fail(output);
    for (size_t language = 0; language < 2; language++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", output, languages[language]);
        if (mkdir(path, 0777) != 0) fail(path);
    }
    pthread_t workers[64];
    if (threads < 1 || threads > 64) threads = 1;
    for (int index = 0; index < threads; index++)
        if (pthread_create(&workers[index], NULL, work, NULL) != 0) fail("pthread_create");
    for (int index = 0; index < threads; index++) pthread_join(workers[index], NULL);
    return 0;
}
