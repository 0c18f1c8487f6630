// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

#include "counter.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Counter counter;
    counter.count = 2;

    QObject::connect(&counter, &Counter::taskFinished, &application, [&] {
        const bool right = counter.count == 42 && counter.label == QStringLiteral("loaded")
            && counter.value<int>(QStringLiteral("extra")) == 1;
        QCoreApplication::exit(right ? 0 : 1);
    });
    counter.load();
    return QCoreApplication::exec();
}
