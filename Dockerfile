# The program alone, on Debian: docker build -t vademecum . && docker run --rm -v "$PWD:/project" vademecum check
FROM swift:6.1-bookworm AS build
RUN apt-get update && apt-get install -y --no-install-recommends python3 && rm -rf /var/lib/apt/lists/*
COPY . /source
RUN /source/scripts/stage /stage

FROM debian:bookworm-slim
RUN apt-get update && apt-get install -y --no-install-recommends libstdc++6 tzdata git && rm -rf /var/lib/apt/lists/*
COPY --from=build /stage/ /usr/local/
WORKDIR /project
ENTRYPOINT ["vademecum"]
