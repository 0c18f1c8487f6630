// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// Not a test by itself: a program that races on purpose, in two functors. With TSan, and with what
// tests/tsan.supp excuses, it must be caught.

#include "support.h"

using namespace Aside;

namespace {

int s_unguarded = 0;

void countWithoutALock()
{
    ++s_unguarded;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    ViewModel vm;
    const Test::Gate began, go;
    // Both are there before either counts, and nothing orders what they do then.
    for (const QString &name : {u"one"_s, u"other"_s}) {
        vm.assignAsync(name, [began, go] {
            began.open();
            go.pass();
            countWithoutALock();
            return Assigns();
        });
    }
    began.pass();
    began.pass();
    go.open(2);
    return Test::settle() ? 0 : 1;
}
