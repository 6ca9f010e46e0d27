# The build needs a C compiler and the headers of OpenSSL (for TLS to PostgreSQL); the image holds neither.
FROM rust:1-slim-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends pkg-config libssl-dev \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /src
COPY .cargo .cargo
COPY Cargo.toml Cargo.lock ./
COPY migrations migrations
COPY content content
COPY src src
# Benches and examples are declared in Cargo.toml and must be there for it to be read; they are not built.
COPY benches benches
COPY examples examples
COPY tests tests
RUN cargo build --release --locked --features postgres-tls && strip target/release/rights-hub

FROM debian:bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends libssl3 ca-certificates \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 10001 --home-dir /data --create-home hub
COPY --from=build /src/target/release/rights-hub /usr/local/bin/rights-hub
USER 10001
ENV HUB_LISTEN=0.0.0.0:8080 HUB_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s CMD ["rights-hub", "health"]
ENTRYPOINT ["rights-hub"]
