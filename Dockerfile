# The build needs a C compiler and the headers of OpenSSL (for TLS to PostgreSQL); the image holds neither.
FROM rust:1-slim-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends pkg-config libssl-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
# What there is to copy is listed in .dockerignore.
COPY . .
RUN cargo build --release --locked --features postgres-tls && strip target/release/rights-hub

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends libssl3 ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 hub \
 && useradd --uid 10001 --gid hub --home-dir /data --no-create-home --no-log-init --shell /usr/sbin/nologin hub \
 && install --directory --owner hub --group hub --mode 0700 /data
COPY --from=build /src/target/release/rights-hub /usr/local/bin/rights-hub
USER 10001
ENV HUB_LISTEN=0.0.0.0:8080 HUB_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s CMD ["rights-hub", "health"]
ENTRYPOINT ["rights-hub"]
