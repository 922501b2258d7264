// Runs two commands in turn and compares them: wall time and peak memory of each run, and the ratio of each pair.
//
//   measure RUNS 'PREPARATION' 'COMMAND A' 'COMMAND B' [LIMIT]
//
// Each command is given to a shell; the preparation goes before each run and is not measured. With LIMIT, the exit
// status is 1 where the median ratio A/B is above it.

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct run {
    double seconds;
    double megabytes;
};

static const char *preparation;

static struct run run(const char *command) {
    struct timespec start, end;
    if (system(preparation) != 0) {
        fprintf(stderr, "measure: failed: %s\n", preparation);
        exit(2);
    }
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (child < 0 || wait4(child, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        fprintf(stderr, "measure: failed: %s\n", command);
        exit(2);
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    struct run result = {(double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9,
                         (double)usage.ru_maxrss / 1024};
    return result;
}

static int ascending(const void *left, const void *right) {
    double difference = *(const double *)left - *(const double *)right;
    return difference < 0 ? -1 : difference > 0;
}

static double median(double *numbers, int count) {
    qsort(numbers, (size_t)count, sizeof *numbers, ascending);
    return count % 2 ? numbers[count / 2] : (numbers[count / 2 - 1] + numbers[count / 2]) / 2;
}

int main(int count, char **arguments) {
    if (count < 5) {
        fprintf(stderr, "usage: measure RUNS 'PREPARATION' 'COMMAND A' 'COMMAND B' [LIMIT]\n");
        return 2;
    }
    int runs = atoi(arguments[1]);
    if (runs < 1 || runs > 100) runs = 5;
    double a[100], b[100], ratios[100], memory = 0, other = 0;
    preparation = arguments[2];
    const char *left = arguments[3], *right = arguments[4];
    run(left);
    run(right);
    for (int index = 0; index < runs; index++) {
        struct run first = run(left), second = run(right);
        a[index] = first.seconds;
        b[index] = second.seconds;
        ratios[index] = first.seconds / second.seconds;
        if (first.megabytes > memory) memory = first.megabytes;
        if (second.megabytes > other) other = second.megabytes;
    }
    double ratio = median(ratios, runs), am = median(a, runs), bm = median(b, runs);
    printf("A  median %.2f s  (%.2f to %.2f)  peak %.0f MB\n", am, a[0], a[runs - 1], memory);
    printf("B  median %.2f s  (%.2f to %.2f)  peak %.0f MB\n", bm, b[0], b[runs - 1], other);
    printf("A/B, pair by pair: median %.2f  (%.2f to %.2f)\n", ratio, ratios[0], ratios[runs - 1]);
    return count > 5 && ratio > atof(arguments[5]) ? 1 : 0;
}
