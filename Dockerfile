# syntax=docker/dockerfile:1
# docker build -t mugen-gacha .                           draws on the CPU
# docker build -t mugen-gacha --build-arg DEVICE=cuda .   draws on an NVIDIA GPU (docker run --gpus all)
ARG DEVICE=cpu
ARG NODE=24

FROM node:${NODE}-bookworm-slim AS build
ARG DEVICE
# For SQLite's addon, where no binary of it can be fetched.
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN npm run build \
  && if [ "$DEVICE" = cuda ]; then npm run setup:cuda -- --no-session; fi \
  && npm run build:production -- /app

FROM debian:bookworm-slim AS runtime-cpu
FROM nvidia/cuda:12.6.3-cudnn-runtime-ubuntu22.04 AS runtime-cuda

FROM runtime-${DEVICE}
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build /app /app
RUN mkdir /data && chown 1000:1000 /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 OPERATIONS_PORT=9464 DATABASE_URL=file:/data/mugen.db
WORKDIR /app
USER 1000:1000
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.OPERATIONS_PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=2", "--v8-pool-size=1"]
CMD ["dist/app/main.js"]
