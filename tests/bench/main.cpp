// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QProcess>
#include <QSysInfo>
#include <QThread>

#include <cstdio>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// Measures in a process of its own, and once more if that crashes: up to Qt 6.4 at least, then(context)
/// may call a continuation twice if it is attached at the moment at which the future finishes.
int measureInAnotherProcess(QStringList arguments)
{
    const QString self = QCoreApplication::applicationFilePath();
    arguments[0] = u"--in-this-process"_s;
    for (int attempt = 1;; ++attempt) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(self, arguments);
        if (!process.waitForStarted() || !process.waitForFinished(-1)) {
            std::fprintf(stderr, "aside-bench: cannot start itself: %s\n", qPrintable(process.errorString()));
            return 1;
        }
        if (process.exitStatus() == QProcess::NormalExit)
            return process.exitCode();
        if (attempt == 5) {
            std::fprintf(stderr, "\naside-bench: crashed %d times; giving up\n", attempt);
            return 1;
        }
        std::fprintf(stderr, "\naside-bench: crashed (a race in Qt's then(context) can do that); once more\n");
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"aside-bench"_s);

    if (const QStringList words = QCoreApplication::arguments(); words.size() == 4 && words.at(1) == "--leave"_L1)
        return Bench::leave(words.at(2), words.at(3).toInt());

    using Part = std::vector<Bench::Figure> (*)(const Bench::Size &);
    std::vector<std::pair<QString, Part>> parts{{u"roundtrip"_s, &Bench::roundTrip},
                                                {u"latency"_s, &Bench::latency},
                                                {u"growth"_s, &Bench::growth},
                                                {u"flood"_s, &Bench::floods},
                                                {u"streams"_s, &Bench::streams},
                                                {u"store"_s, &Bench::store},
                                                {u"memory"_s, &Bench::memory},
                                                {u"quit"_s, &Bench::quit},
                                                {u"busy"_s, &Bench::busy},
                                                {u"trace"_s, &Bench::tracing},
                                                {u"demo"_s, &Bench::demo}};
    QStringList names;
    for (const auto &part : parts)
        names.append(part.first);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures Aside against the other ways to bring results home, in the same run."_s);
    const QCommandLineOption json(u"json"_s, u"Writes the medians to <file>, too."_s, u"file"_s);
    const QCommandLineOption quick(u"quick"_s, u"Measures less: for a first look, and to try the program."_s);
    const QCommandLineOption inThisProcess(u"in-this-process"_s, u"Measures here: for profilers and debuggers."_s);
    const QCommandLineOption only(u"only"_s, u"Measures one part only: %1."_s.arg(names.join(u", "_s)), u"part"_s);
    parser.addOptions({json, quick, inThisProcess, only});
    parser.addHelpOption();
    parser.process(app);
    if (!parser.positionalArguments().isEmpty()) {
        std::fprintf(stderr, "aside-bench: unexpected argument: %s\n",
                     qPrintable(parser.positionalArguments().constFirst()));
        return 2;
    }

    if (parser.isSet(only)) {
        std::erase_if(parts, [name = parser.value(only)](const auto &part) { return part.first != name; });
        if (parts.empty()) {
            std::fprintf(stderr, "aside-bench: there is no part ‘%s’\n", qPrintable(parser.value(only)));
            return 2;
        }
    }

    if (!parser.isSet(inThisProcess))
        return measureInAnotherProcess(QCoreApplication::arguments());

    Bench::Size size;
    if (parser.isSet(quick))
        size = {.tasks = 10'000, .rows = 100'000, .rounds = 3};
    std::printf("Qt %s, %s, %s, %d cores; %d tasks, %d rows, %d rounds, the ways in turn\n\n", qVersion(),
                qPrintable(QSysInfo::prettyProductName()), qPrintable(QSysInfo::currentCpuArchitecture()),
                QThread::idealThreadCount(), size.tasks, size.rows, size.rounds);
#ifndef NDEBUG
    std::printf("This is a debug build: its figures mean nothing.\n\n");
#endif

    try {
        std::vector<Bench::Figure> figures;
        for (const auto &[name, measure] : parts) {
            for (Bench::Figure &figure : measure(size))
                figures.push_back(std::move(figure));
        }
        Bench::printTable(figures);
        if (parser.isSet(json))
            Bench::writeJson(figures, parser.value(json));
    } catch (const std::exception &error) {
        std::fprintf(stderr, "aside-bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
