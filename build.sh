#!/usr/bin/env bash
# Lints, builds and tests; ends with one line: N passed, N failed, N skipped. Other targets: --target=Unit|Bench|Covered|Publish.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
dotnet tool restore >/dev/null
exec dotnet cake build.cake --verbosity=quiet "$@"
