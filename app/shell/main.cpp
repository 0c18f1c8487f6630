// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "graphics.h"
#include "tour.h"

#include <background/backgroundmodel.h>
#include <explore/exploremodel.h>
#include <theme/iconprovider.h>

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QIcon>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <clocale>

#ifdef Q_OS_UNIX
#include <langinfo.h>
#endif

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

struct Options
{
    QByteArray folder; // in the file system's bytes
    QString database;
    QString tour;
    QSize size;
    bool dark = false;
    bool light = false;
};

/// The argument that \a text was read from: Qt's own list has lost what is not UTF-8.
QByteArray rawArgument(const QString &text, int argc, char **argv)
{
    for (int i = argc - 1; i > 0; --i) {
        if (QString::fromLocal8Bit(argv[i]) == text)
            return argv[i];
    }
    return QFile::encodeName(text);
}

QSize sizeFrom(const QString &text)
{
    const QStringList sides = text.split(u'x');
    return sides.size() == 2 ? QSize(sides.at(0).toInt(), sides.at(1).toInt()) : QSize();
}

Options readOptions(int argc, char **argv)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QGuiApplication::tr(
        "Catalogues the files of a folder in the background, and finds them again as you type."));
    const QCommandLineOption database(u"database"_s, QGuiApplication::tr("Keep the catalogue in FILE."),
                                      u"FILE"_s);
    const QCommandLineOption tour(
        u"tour"_s, QGuiApplication::tr("Visit every state, save a picture of each into DIR, and exit."),
        u"DIR"_s);
    const QCommandLineOption size(u"size"_s, QGuiApplication::tr("How large the window is, as in 1180x760."),
                                  u"WxH"_s);
    const QCommandLineOption dark(u"dark"_s, QGuiApplication::tr("Dark colours, whatever the system has."));
    const QCommandLineOption light(u"light"_s,
                                   QGuiApplication::tr("Light colours, whatever the system has."));
    parser.addOptions({database, tour, size, dark, light});
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"FOLDER"_s, QGuiApplication::tr("The folder to catalogue."), u"[FOLDER]"_s);
    parser.process(*QCoreApplication::instance());

    Options options;
    const QStringList folders = parser.positionalArguments();
    options.size = parser.isSet(size) ? sizeFrom(parser.value(size)) : QSize(1180, 760);
    if (folders.size() > 1 || options.size.isEmpty() || (parser.isSet(dark) && parser.isSet(light))) {
        qCritical("%s", qUtf8Printable(parser.helpText()));
        std::exit(2);
    }
    if (!folders.isEmpty())
        options.folder = rawArgument(folders.first(), argc, argv);
    options.database = parser.value(database);
    options.tour = parser.value(tour);
    options.dark = parser.isSet(dark);
    options.light = parser.isSet(light);
    return options;
}

/// Qt reads names of files as UTF-8 whatever the locale says, but complains if it says otherwise.
void useUtf8()
{
#ifdef Q_OS_UNIX
    std::setlocale(LC_ALL, "");
    if (qstrcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
#endif
}

} // namespace

int main(int argc, char **argv)
{
    useUtf8();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(u"aside-demo"_s);
    QGuiApplication::setApplicationDisplayName(QGuiApplication::tr("Aside"));
    QGuiApplication::setApplicationVersion(QStringLiteral(ASIDE_VERSION));
    QGuiApplication::setDesktopFileName(u"aside-demo"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/aside-demo/icons/aside-demo.svg"_s));
    const Options options = readOptions(argc, argv);

    chooseGraphics();
    QQmlApplicationEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    engine.addImageProvider(u"icons"_s, new IconProvider);
    engine.setInitialProperties({{u"width"_s, options.size.width()},
                                 {u"height"_s, options.size.height()},
                                 {u"scheme"_s,
                                  options.dark        ? 2
                                      : options.light ? 1
                                                      : 0}});
    engine.load(QUrl(u"qrc:/qt/qml/AsideDemo/shell/Main.qml"_s));
    auto *window = engine.rootObjects().isEmpty()
        ? nullptr
        : qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    if (!window)
        return 1;
    auto *explore = window->property("explore").value<ExploreModel *>();
    if (!options.database.isEmpty())
        explore->setCatalogue(options.database);

    if (!options.tour.isEmpty()) {
        auto *background = window->property("counter").value<BackgroundModel *>();
        Tour tour(*window, *explore, *background, options.folder, options.tour, !options.database.isEmpty());
        tour.start();
        return QGuiApplication::exec();
    }
    if (!options.folder.isEmpty()) {
        // The window is there before anything is loaded.
        QObject::connect(
            window, &QQuickWindow::frameSwapped, explore, [&] { explore->open(options.folder); },
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    }
    window->show();
    return QGuiApplication::exec();
}
