// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "cursorrest.h"
#include "graphics.h"
#include "headless.h"
#include "interrupt.h"
#include "kept.h"
#include "language.h"
#include "options.h"
#include "session.h"
#include "tour.h"
#include "windowplace.h"

#include <background/backgroundmodel.h>
#include <catalogue/catalogue.h>
#include <dashboard/dashboardmodel.h>
#include <explore/exploremodel.h>
#include <theme/iconprovider.h>

#include <QElapsedTimer>
#include <QGuiApplication>
#include <QIcon>
#include <QLoggingCategory>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include <clocale>
#include <cstdio>
#include <cstdlib>

#ifdef Q_OS_UNIX
#include <langinfo.h>
#endif

using namespace AsideDemo;
using namespace Qt::StringLiterals;

namespace {

// QT_LOGGING_RULES=aside.demo.start=true shows it.
Q_LOGGING_CATEGORY(lcStart, "aside.demo.start", QtWarningMsg)

/// Says \a text and ends the program.
[[noreturn]] void refuse(const QString &text)
{
    std::fprintf(stderr, "aside-demo: %s\n%s\n", qUtf8Printable(text),
                 qUtf8Printable(QGuiApplication::tr("aside-demo --help lists all options.")));
    std::exit(2);
}

/// What the command line asks for, in the language that it asks for.
Options optionsFrom(const QList<QByteArray> &raw)
{
    const QString language = QString::fromLocal8Bit(earlyValue(raw, "--locale"));
    if (!useLanguage(language))
        refuse(QGuiApplication::tr("--locale is a language, as in de or en_GB, and not “%1”.").arg(language));
    const Options options = readOptions(QCoreApplication::arguments(), raw);
    if (options.wantsHelp || options.wantsVersion) {
        const QString version = QGuiApplication::applicationName() % u' ' % QGuiApplication::applicationVersion() % u'\n';
        std::fputs(qUtf8Printable(options.wantsHelp ? options.help : version), stdout);
        std::exit(0);
    }
    if (!options.problem.isEmpty())
        refuse(options.problem);
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

void nameApplication()
{
    QCoreApplication::setApplicationName(u"aside-demo"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ASIDE_VERSION));
}

int runHeadless(int argc, char **argv, const QList<QByteArray> &raw)
{
    const QCoreApplication application(argc, argv);
    nameApplication();
    const Options options = optionsFrom(raw);
    const Interrupt interrupt;
    return catalogueWithoutWindow(options.folder, options.database.isEmpty() ? defaultCatalogueFile() : options.database,
                                  systemConsole());
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    useUtf8();
    const QList<QByteArray> raw(argv, argv + argc);
    if (hasEarly(raw, "--headless"))
        return runHeadless(argc, argv, raw);
    const QByteArray scale = earlyValue(raw, "--scale");
    if (scaleFrom(QString::fromLocal8Bit(scale)) > 0)
        qputenv("QT_SCALE_FACTOR", scale);
    QGuiApplication application(argc, argv);
    nameApplication();
    QGuiApplication::setApplicationDisplayName(QGuiApplication::tr("Aside"));
    QGuiApplication::setDesktopFileName(u"aside-demo"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/aside-demo/icons/aside-demo.svg"_s));
    const Options options = optionsFrom(raw);

    chooseGraphics();
    QQmlApplicationEngine engine;
    engine.addImportPath(u":/qt/qml"_s);
    engine.addImageProvider(u"icons"_s, new IconProvider);
    engine.setInitialProperties({{u"scheme"_s, options.dark ? 2 : options.light ? 1 : 0}});
    engine.load(QUrl(u"qrc:/qt/qml/AsideDemo/shell/Main.qml"_s));
    auto *window = engine.rootObjects().isEmpty()
        ? nullptr
        : qobject_cast<QQuickWindow *>(engine.rootObjects().first());
    if (!window)
        return 1;
    auto *explore = window->property("explore").value<ExploreModel *>();
    auto *dashboard = window->property("dashboard").value<DashboardModel *>();
    if (!options.site.isEmpty())
        dashboard->setSite(options.site);
    if (!options.database.isEmpty())
        explore->setCatalogue(options.database);
    Session session(options.fresh ? QString() : settingsFile());
    WindowPlace place(*window);
    const CursorRest cursorRest(*window);
    keepAll(session, *window, place, *explore, !options.dark && !options.light);
    if (!options.size.isEmpty())
        window->resize(options.size);

    if (!options.tour.isEmpty()) {
        auto *background = window->property("counter").value<BackgroundModel *>();
        Tour tour(*window, *explore, *dashboard, *background, options.folder, options.tour, !options.database.isEmpty());
        tour.start();
        return QGuiApplication::exec();
    }
    // The window is there before anything is loaded.
    QObject::connect(
        window, &QQuickWindow::frameSwapped, explore,
        [&] {
            qCInfo(lcStart) << "first frame after" << sinceStart.elapsed() << "ms";
            if (options.folder.isEmpty())
                explore->openLast();
            else
                explore->open(options.folder);
        },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    window->setVisible(true); // show() would forget that it was maximized
    return QGuiApplication::exec();
}
