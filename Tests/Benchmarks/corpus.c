// Writes a project with many guides in French and English, each as long and as varied as a real one.
//
//   corpus TEMPLATE FOLDER GUIDES
//
// TEMPLATE is a project whose guides are taken for models; the text between them is varied by number, so that no two
// guides are the same bytes and no part of a build can be remembered from one to the next.

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void fail(const char *what) {
    fprintf(stderr, "corpus: %s: %s\n", what, strerror(errno));
    exit(1);
}

static char *read_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) fail(path);
    char *text = calloc(1, 1 << 20);
    if (!text) fail("calloc");
    fread(text, 1, (1 << 20) - 1, file);
    fclose(file);
    return text;
}

static void write_file(const char *path, const char *text) {
    FILE *file = fopen(path, "wb");
    if (!file || fputs(text, file) < 0 || fclose(file) != 0) fail(path);
}

// Puts a word behind the first place of another one.
static void insert(char *text, const char *place, const char *word) {
    char *start = strstr(text, place);
    if (!start) return;
    start += strlen(place);
    memmove(start + strlen(word), start, strlen(start) + 1);
    memcpy(start, word, strlen(word));
}

// Puts one text in the place of another one, everywhere.
static void replace(char *text, const char *old, const char *new) {
    for (char *place = text; (place = strstr(place, old)); place += strlen(new)) {
        memmove(place + strlen(new), place + strlen(old), strlen(place + strlen(old)) + 1);
        memcpy(place, new, strlen(new));
    }
}

// Paragraphs that a guide may have more of, the same ones in both languages; each takes the guide's number.
static const char *extras[2][4] = {
    {"\nLe réglage n° %u **vaut pour toute l’équipe** ; `limit-%u` reste à {{limit.current}} jusqu’à la demande %u.\n",
     "\n- Premier point du guide %u\n- Second point, avec [un lien](https://www.example.org/p%u?a=1&b=2) et *du relief* %u\n",
     "\n| Modèle %u | Limite |\n| --- | ---: |\n| `model-%u` | **{{limit.wanted}}** |\n| autre | %u |\n",
     "\n> [!NOTE]\n> Le guide %u ne vaut que pour `{{model}}`, l’organisation `{{org.id}}` et le cas %u (voir %u).\n"},
    {"\nSetting no. %u **holds for the whole team**; `limit-%u` stays at {{limit.current}} until request %u.\n",
     "\n- First point of guide %u\n- Second point, with [a link](https://www.example.org/p%u?a=1&b=2) and *some stress* %u\n",
     "\n| Model %u | Limit |\n| --- | ---: |\n| `model-%u` | **{{limit.wanted}}** |\n| other | %u |\n",
     "\n> [!NOTE]\n> Guide %u only holds for `{{model}}`, the organization `{{org.id}}` and case %u (see %u).\n"},
};

static const char *sources[] = {"raise-rate-limit", "request-too-large"};
static const char *languages[] = {"fr", "en"};

int main(int count, char **arguments) {
    if (count < 4) {
        fprintf(stderr, "usage: corpus TEMPLATE FOLDER GUIDES\n");
        return 2;
    }
    const char *template = arguments[1], *folder = arguments[2];
    unsigned guides = (unsigned)atoi(arguments[3]);
    char path[4096];
    if (mkdir(folder, 0777) != 0) fail(folder);
    snprintf(path, sizeof path, "%s/content", folder);
    if (mkdir(path, 0777) != 0) fail(path);
    snprintf(path, sizeof path, "%s/vademecum.yaml", template);
    char *configuration = read_file(path);
    snprintf(path, sizeof path, "%s/vademecum.yaml", folder);
    write_file(path, configuration);
    free(configuration);
    for (unsigned guide = 0; guide < guides; guide++) {
        const char *source = sources[guide % 2];
        snprintf(path, sizeof path, "%s/content/guide-%05u", folder, guide);
        if (mkdir(path, 0777) != 0) fail(path);
        snprintf(path, sizeof path, "%s/content/%s/guide.yaml", template, source);
        char *metadata = read_file(path);
        // A word of its own, behind the first bracket of the tags, and an address of its own for the error; a message of
        // its own, in the patterns and in their samples.
        char word[64];
        snprintf(word, sizeof word, "case-%u, ", guide);
        insert(metadata, "tags: [", word);
        snprintf(word, sizeof word, "case-%u-", guide);
        insert(metadata, "error-id: ", word);
        snprintf(word, sizeof word, "Rate limit %u reached for", guide);
        replace(metadata, "Rate limit reached for", word);
        snprintf(word, sizeof word, "Request %u too large for", guide);
        replace(metadata, "Request too large for", word);
        snprintf(path, sizeof path, "%s/content/guide-%05u/guide.yaml", folder, guide);
        write_file(path, metadata);
        free(metadata);
        unsigned added = 0;
        for (unsigned language = 0; language < 2; language++) {
            snprintf(path, sizeof path, "%s/content/%s/%s.md", template, source, languages[language]);
            char *text = read_file(path);
            // Links between guides lead to the guide before or behind.
            for (unsigned index = 0; index < 2; index++) {
                char link[64], name[64];
                snprintf(link, sizeof link, "](../%s/", sources[index]);
                snprintf(name, sizeof name, "](../guide-%05u/", guide % 2 ? guide - 1 : guide + 1 < guides ? guide + 1 : guide);
                replace(text, link, name);
            }
            size_t wanted = source == sources[0] ? 3910 : 3510;
            for (unsigned extra = 0; language == 0 ? strlen(text) < wanted : extra < added; extra++) {
                char paragraph[1024];
                snprintf(paragraph, sizeof paragraph, extras[language][(guide / 2 + extra) % 4], guide, guide * 7 + extra, guide * 31 + extra);
                strcat(text, paragraph);
                if (language == 0) added++;
            }
            snprintf(path, sizeof path, "%s/content/guide-%05u/%s.md", folder, guide, languages[language]);
            write_file(path, text);
            free(text);
        }
    }
    return 0;
}
