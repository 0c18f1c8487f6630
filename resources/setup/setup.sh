# shellcheck shell=sh disable=SC2154 # root is the caller's
# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: MIT
#
# What the project's scripts share: install what is missing, configure, build. To be sourced, with
# `root` set to the project's folder.

say() { printf 'aside: %s\n' "$*"; }
die() {
    printf 'aside: %s\n' "$*" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

listed_packages() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$root/resources/setup/packages.txt"; }

missing_packages() {
    wanted=$(listed_packages)
    # shellcheck disable=SC2016,SC2086 # dpkg-query expands the fields; the names are words
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
        sed -n 's/^installed //p') || true
    for name in $wanted; do
        printf '%s\n' "$installed" | grep -qxF -- "$name" || printf '%s ' "$name"
    done
}

# Runs its arguments as root; `privilege` was chosen by choose_privilege.
as_root() {
    # shellcheck disable=SC2086 # empty, or a command with its option
    $privilege env DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}

choose_privilege() {
    privilege=
    [ "$(id -u)" -eq 0 ] && return
    if have sudo && sudo -n true 2>/dev/null; then
        privilege='sudo -n'
    elif have sudo && [ -t 0 ]; then
        say 'sudo may ask for your password.'
        privilege=sudo
        sudo -v || die 'sudo refused; nothing was installed.'
    else
        die "these packages are missing, and installing them needs root. Run this, then start again:
    apt-get update && apt-get install --no-install-recommends $1"
    fi
}

apt_install() {
    # shellcheck disable=SC2086 # the names are words
    as_root apt-get install -y -q --no-install-recommends \
        -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold $1
}

install_packages() {
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    choose_privilege "$missing"
    say "installing what is missing: $missing"
    # Package lists may be absent or name versions that are gone: refresh them only then.
    # shellcheck disable=SC2086
    if apt-cache show --no-all-versions $missing >/dev/null 2>&1 && apt_install "$missing"; then
        return 0
    fi
    say 'refreshing the package lists.'
    as_root apt-get update -q -o DPkg::Lock::Timeout=300 || die 'apt-get update failed (see above).'
    apt_install "$missing" || die "apt-get could not install: $missing"
}

# Without apt: says what is missing, all at once.
check_tools() {
    lacking=
    for tool in cmake ninja; do
        have "$tool" || lacking="$lacking
    $tool"
    done
    have c++ || have g++ || have clang++ || lacking="$lacking
    a C++20 compiler (g++ or clang++)"
    if have cmake && have ninja && [ ! -f "$root/build/$1/build.ninja" ]; then
        probe=$(mktemp -d)
        # The probe marks the lines that name what it did not find.
        found=$(cmake -S "$root/resources/setup/probe" -B "$probe" -G Ninja 2>&1 |
            sed -n 's/^.*ASIDE LACKS /    /p')
        rm -rf "$probe"
        [ -z "$found" ] || lacking="$lacking
$found"
    fi
    [ -z "$lacking" ] || die "this system has no apt-get, and these are missing:$lacking
Install them with your system's package manager (resources/setup/packages.txt lists Debian's names), then start again."
}

# set_up PRESET: everything that a build of PRESET needs is there afterwards.
set_up() {
    if [ -n "${ASIDE_SKIP_SETUP:-}" ]; then
        say 'ASIDE_SKIP_SETUP is set: nothing is checked or installed.'
    elif have apt-get && have dpkg-query; then
        install_packages
    else
        check_tools "$1"
    fi
}

# build PRESET [TARGET…]: configures when it has to, then builds.
build() {
    preset=$1
    shift
    folder=$root/build/$preset
    cache=$folder/CMakeCache.txt
    if [ -f "$cache" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        say "build/$preset belongs to another place; starting it anew."
        (cd "$root" && cmake --fresh --preset "$preset") || die "configuring $preset failed."
    elif [ ! -f "$folder/build.ninja" ] || [ -n "$(find "$root/CMakePresets.json" -newer "$folder/build.ninja")" ]; then
        (cd "$root" && cmake --preset "$preset") || die "configuring $preset failed."
    fi
    if [ $# -gt 0 ]; then
        set -- --target "$@"
    fi
    (cd "$root" && cmake --build --preset "$preset" "$@") || die "building $preset failed."
}
