# Sourced by the other scripts: goes to the root of the checkout and offers `debian` and `environment`.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# debian PACKAGE...: installs those Debian packages of the list that are missing.
debian() {
    local package missing=()
    for package in "$@"; do
        dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# environment WHAT: the virtual environment .venv, with this checkout installed in it; WHAT is `.` or `.[extra]`.
environment() {
    if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
        python3 -c 'import ensurepip' 2>/dev/null || debian python3-venv
        python3 -m venv --clear .venv
    fi
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --editable "$1"
}
