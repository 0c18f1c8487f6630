// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "options.h"

#include <dashboard/fiverequests.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <algorithm>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::Options)
};

constexpr double SmallestScale = 0.5;
constexpr double LargestScale = 4;
constexpr int LargestSide = 16384;

/// The argument that \a text was read from: Qt's own list has lost what is not UTF-8.
QByteArray rawArgument(const QString &text, const QList<QByteArray> &raw)
{
    for (auto argument = raw.crbegin(); argument != raw.crend(); ++argument) {
        if (QString::fromLocal8Bit(*argument) == text)
            return *argument;
    }
    return QFile::encodeName(text);
}

/// Empty if \a text is no size.
QSize sizeFrom(const QString &text)
{
    const QStringList sides = text.split(u'x');
    const QSize size = sides.size() == 2 ? QSize(sides.at(0).toInt(), sides.at(1).toInt()) : QSize();
    return size.isEmpty() || size.width() > LargestSide || size.height() > LargestSide ? QSize() : size;
}

} // namespace

Options readOptions(const QStringList &arguments, const QList<QByteArray> &raw)
{
    const QCommandLineOption database(u"database"_s, Words::tr("Keep the catalogue in FILE."), u"FILE"_s);
    const QCommandLineOption size(u"size"_s, Words::tr("How large the window is, as in 1180x760."), u"WxH"_s);
    const QCommandLineOption dark(u"dark"_s, Words::tr("Dark colours, whatever the settings say."));
    const QCommandLineOption light(u"light"_s, Words::tr("Light colours, whatever the settings say."));
    const QCommandLineOption scale(
        u"scale"_s, Words::tr("Draw everything N times as large, from 0.5 to 4; 2 is for sharp pictures."), u"N"_s);
    const QCommandLineOption locale(
        u"locale"_s,
        Words::tr("Language and numbers of L, as in de or en_GB, whatever the system says; “pseudo” has texts "
                 "that are 40 % longer, to see what does not fit."),
        u"L"_s);
    const QCommandLineOption fresh(
        u"fresh"_s, Words::tr("Start as if for the first time: settings and recent folders are neither read nor kept."));
    const QCommandLineOption tour(
        u"tour"_s,
        Words::tr("Visit every state, save a picture of each into DIR, and exit: with 0 only if all were reached. "
                 "Implies --fresh."),
        u"DIR"_s);

    const QCommandLineOption headless(
        u"headless"_s,
        Words::tr("Open no window: do what --scan says, and exit with 0 if it was done whole, 1 if it failed or was "
                 "stopped (Ctrl+C), 2 for a mistake on the command line."));
    const QCommandLineOption scan(
        u"scan"_s,
        Words::tr("With --headless: catalogue FOLDER. What was catalogued is kept even if it is stopped."), u"FOLDER"_s);
    const QCommandLineOption httpbin(
        u"httpbin"_s,
        Words::tr("Send the requests of the dashboard to the site at URL, one like https://httpbin.org, and not to the "
                 "demo's own server."),
        u"URL"_s);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        Words::tr("Catalogues the files of a folder in the background, and finds them again as you type."));
    parser.addPositionalArgument(u"FOLDER"_s, Words::tr("The folder to catalogue; without one, the last one."),
                                 u"[FOLDER]"_s);
    parser.addOptions({database, size, dark, light, scale, locale, fresh, httpbin, tour, headless, scan});
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const bool isParsed = parser.parse(arguments);

    Options options;
    options.wantsHelp = parser.isSet(help) || parser.isSet(u"help-all"_s);
    options.wantsVersion = parser.isSet(version);
    options.help = parser.helpText();
    const QStringList folders = parser.positionalArguments();
    if (!folders.isEmpty())
        options.folder = rawArgument(folders.first(), raw);
    else if (parser.isSet(scan))
        options.folder = earlyValue(raw, "--scan");
    options.headless = hasEarly(raw, "--headless");
    options.database = parser.value(database);
    options.tour = parser.value(tour);
    options.size = sizeFrom(parser.value(size));
    const std::optional<QUrl> site = siteFrom(parser.value(httpbin));
    options.site = site.value_or(QUrl());
    options.dark = parser.isSet(dark);
    options.light = parser.isSet(light);
    options.fresh = parser.isSet(fresh) || parser.isSet(tour);

    if (!isParsed)
        options.problem = parser.errorText();
    else if (const qsizetype count = folders.size() + parser.values(scan).size(); count > 1)
        options.problem = Words::tr("Only one folder can be catalogued at a time, and here are %1.").arg(count);
    else if (options.headless && !parser.isSet(scan))
        options.problem = Words::tr("--headless needs --scan FOLDER.");
    else if (parser.isSet(scan) && !options.headless)
        options.problem = Words::tr("--scan needs --headless; a folder for the window is named alone.");
    else if (options.headless && parser.isSet(tour))
        options.problem = Words::tr("--headless and --tour exclude each other.");
    else if ((folders.size() == 1 || parser.isSet(scan)) && options.folder.isEmpty())
        options.problem = Words::tr("The name of the folder is empty.");
    else if (parser.isSet(size) && options.size.isEmpty())
        options.problem = Words::tr("--size is a width and a height, as in 1180x760, and not “%1”.").arg(parser.value(size));
    else if (parser.isSet(scale) && scaleFrom(parser.value(scale)) == 0)
        options.problem = Words::tr("--scale is a number from 0.5 to 4, and not “%1”.").arg(parser.value(scale));
    else if (parser.isSet(httpbin) && !site)
        options.problem = Words::tr("--httpbin needs the address of a site, as in https://httpbin.org, and not “%1”.")
                              .arg(parser.value(httpbin));
    else if (options.dark && options.light)
        options.problem = Words::tr("--dark and --light exclude each other.");
    else if (parser.isSet(tour) && options.tour.isEmpty())
        options.problem = Words::tr("--tour needs a folder for its pictures.");
    return options;
}

QByteArray earlyValue(const QList<QByteArray> &raw, const QByteArray &name)
{
    QByteArray value;
    for (qsizetype i = 1; i < raw.size() && raw.at(i) != "--"; ++i) {
        const QByteArray &argument = raw.at(i);
        if (argument == name && i + 1 < raw.size())
            value = raw.at(++i);
        else if (argument.startsWith(name) && argument.mid(name.size(), 1) == "=")
            value = argument.mid(name.size() + 1);
    }
    return value;
}

bool hasEarly(const QList<QByteArray> &raw, const QByteArray &name)
{
    const auto end = std::find(raw.begin(), raw.end(), "--");
    return std::find(raw.begin(), end, name) != end;
}

double scaleFrom(const QString &text)
{
    bool isNumber = false;
    const double scale = text.toDouble(&isNumber);
    return isNumber && scale >= SmallestScale && scale <= LargestScale ? scale : 0;
}

} // namespace AsideDemo
