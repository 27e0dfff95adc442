#!/bin/sh
# Regenerates Sources/TinkerEngine/Generated/tinker.pb.swift from tinker.proto.
# Needs Python 3 with venv, git and Swift; downloads grpcio-tools (for protoc) and swift-protobuf.
# Usage: tools/generate-tinker-protobuf.sh [FOLDER_FOR_BUILDS]
set -eu
version=1.39.0
cd "$(dirname "$0")/.."
work=${1:-$(mktemp -d)}
mkdir -p "$work"
if [ ! -x "$work/venv/bin/python" ]; then
  python3 -m venv "$work/venv"
  "$work/venv/bin/pip" install --quiet grpcio-tools==1.85.1
fi
if [ ! -d "$work/swift-protobuf" ]; then
  git clone --quiet --depth 1 --branch "$version" \
    https://github.com/apple/swift-protobuf "$work/swift-protobuf"
fi
# The package's own protoc would be built from C++ for half an hour.
swift build --package-path "$work/swift-protobuf" --product protoc-gen-swift
plugin=$(swift build --package-path "$work/swift-protobuf" --show-bin-path)/protoc-gen-swift
folder=Sources/TinkerEngine/Generated
"$work/venv/bin/python" -m grpc_tools.protoc --proto_path="$folder" \
  --plugin=protoc-gen-swift="$plugin" --swift_out="$folder" \
  --swift_opt=Visibility=Package --swift_opt=UseAccessLevelOnImports=true tinker.proto
