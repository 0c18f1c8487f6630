// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "language.h"

#include "pseudotranslator.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

void load(const QString &file, const QString &folder)
{
    auto *const translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QLocale(), file, u"_"_s, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

bool useLanguage(const QString &name)
{
    if (name == "pseudo"_L1) {
        QLocale::setDefault(QLocale(u"en_US"_s));
        QCoreApplication::installTranslator(new PseudoTranslator(QCoreApplication::instance()));
        return true;
    }
    if (!name.isEmpty()) {
        const QLocale wanted(name);
        if (wanted.language() == QLocale::C && name != "C"_L1) // what QLocale makes of unknown names
            return false;
        QLocale::setDefault(wanted);
    }
    load(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)); // the words of --help that are Qt's
    load(u"aside"_s, u":/aside-demo/translations"_s);
    return true;
}

} // namespace AsideDemo
