// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QSysInfo>
#include <QThread>

#include <cstdio>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"aside-bench"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures Aside against the other ways to bring results home, in the same run."_s);
    const QCommandLineOption json(u"json"_s, u"Writes the medians to <file>, too."_s, u"file"_s);
    const QCommandLineOption quick(u"quick"_s, u"Measures less: for a first look, and to try the program."_s);
    parser.addOptions({json, quick});
    parser.addHelpOption();
    parser.process(app);
    if (!parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "aside-bench: unexpected argument: %s\n",
                     qPrintable(parser.positionalArguments().constFirst()));
        return 2;
    }

    Bench::Size size;
    if (parser.isSet(quick))
        size = {.tasks = 10'000, .rounds = 3};
    std::printf("Qt %s, %s, %s, %d cores; %d tasks, %d rounds, the ways in turn\n\n", qVersion(),
                qPrintable(QSysInfo::prettyProductName()), qPrintable(QSysInfo::currentCpuArchitecture()),
                QThread::idealThreadCount(), size.tasks, size.rounds);
#ifndef NDEBUG
    std::printf("This is a debug build: its figures mean nothing.\n\n");
#endif

    const std::vector<Bench::Figure> figures = Bench::roundTrip(size);
    Bench::printTable(figures);
    try {
        if (parser.isSet(json))
            Bench::writeJson(figures, parser.value(json));
    } catch (const std::exception &error) {
        std::fprintf(stderr, "aside-bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
