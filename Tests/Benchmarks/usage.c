// Runs a command several times and prints what it cost in its shortest run: seconds, seconds of the processor, megabytes and
// its status. What it prints is thrown away.
//
//   usage RUNS PROGRAM [ARGUMENT…]

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
    int runs = count < 3 ? 0 : atoi(arguments[1]);
    if (runs < 1) {
        fprintf(stderr, "usage: usage RUNS PROGRAM [ARGUMENT…]\n");
        return 2;
    }
    double wall = 1e9, processor = 1e9, megabytes = 0;
    int status = 0;
    while (runs-- > 0) {
        struct timespec start, end;
        clock_gettime(CLOCK_MONOTONIC, &start);
        pid_t child = fork();
        if (child == 0) {
            int nothing = open("/dev/null", O_WRONLY);
            dup2(nothing, 1);
            dup2(nothing, 2);
            execv(arguments[2], arguments + 2);
            _exit(127);
        }
        struct rusage usage;
        if (child < 0 || wait4(child, &status, 0, &usage) < 0) return 2;
        clock_gettime(CLOCK_MONOTONIC, &end);
        double took = (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9;
        double worked = seconds(usage.ru_utime) + seconds(usage.ru_stime);
        if (took < wall) wall = took;
        if (worked < processor) processor = worked;
        if ((double)usage.ru_maxrss / 1024 > megabytes) megabytes = (double)usage.ru_maxrss / 1024;
    }
    printf("%6.2f s %6.2f s of the processor %6.0f MB  status %d", wall, processor, megabytes,
           WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return 0;
}
