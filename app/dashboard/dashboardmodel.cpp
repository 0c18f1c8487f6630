// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "dashboardmodel.h"

#include "fiverequests.h"

#include <catalogue/rawname.h>
#include <explore/folderpath.h>

#include <QDateTime>

#include <stdexcept>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Aside::Assigns;
using Aside::AsyncResult;
using Aside::TaskContext;

namespace {

constexpr auto TypingPause = 150ms;
constexpr auto RequestsTimeout = 20s;

/// What is about a folder and its catalogue.
QStringList folderKeys()
{
    return {u"totals"_s, u"types"_s, u"ages"_s, u"years"_s, u"files"_s, u"folders"_s, u"equalSizes"_s, u"catalogueFile"_s, u"check"_s};
}

void waitFor(const std::shared_ptr<ScanGate> &gate, TaskContext &context)
{
    if (gate)
        gate->wait(context);
    context.throwIfCanceled();
}

} // namespace

DashboardModel::DashboardModel(QObject *parent)
    : ViewModel(parent)
    , m_server(std::make_shared<DemoServer>())
    , m_fetcher(std::make_shared<HttpFetcher>())
{
    connect(this, &DashboardModel::assignsChanged, this, &DashboardModel::react);
}

void DashboardModel::setSite(const QUrl &url)
{
    m_site = url;
    assign({{u"site"_s, url.authority()}, {u"hasServer"_s, false}});
}

void DashboardModel::open(const QString &catalogue, const QUrl &url)
{
    const QByteArray path = pathFromUrl(url);
    Assigns news{{u"revision"_s, revision + 1}};
    if (path != m_scope.folder || catalogue != m_scope.catalogue) {
        // Figures of another folder are no old values of these.
        cancelLoad(folderKeys());
        m_scope = {catalogue, path, {}};
        news.set(u"folder"_s, visibleText(readableName(path))).set(u"filter"_s, QString()).set(u"words"_s, QString());
        for (const QString &key : folderKeys())
            news.set(key, AsyncResult());
    }
    assign(std::move(news));
}

void DashboardModel::react(const QStringList &keys)
{
    if (keys.contains("filter"_L1) && filter == words) {
        cancelAsync(u"words"_s); // what was typed meanwhile was taken back
    } else if (keys.contains("filter"_L1)) {
        assignAsync(
            u"words"_s, [text = filter.value()] { return Assigns{{u"words"_s, text}}; },
            {.debounce = filter->isEmpty() ? 0ms : TypingPause});
    }
    if (keys.contains("words"_L1) && words != m_scope.words) {
        m_scope.words = words;
        revision.update([](int n) { return n + 1; });
    }
}

void DashboardModel::load(const QString &key, const Read &read)
{
    loadAsync(key, [scope = m_scope, read, gate = m_gate](TaskContext &context) {
        waitFor(gate, context);
        return read(scope, [&context](double fraction) {
            context.throwIfCanceled();
            context.setProgress(fraction);
        });
    });
}

void DashboardModel::loadTotals()
{
    load(u"totals"_s, readTotals);
}

void DashboardModel::loadTypes()
{
    load(u"types"_s, readTypes);
}

void DashboardModel::loadAges()
{
    load(u"ages"_s, [](const Scope &scope, const OnSlice &onSlice) {
        return readAges(scope, onSlice, QDateTime::currentMSecsSinceEpoch());
    });
}

void DashboardModel::loadYears()
{
    load(u"years"_s, [](const Scope &scope, const OnSlice &onSlice) {
        return readYears(scope, onSlice, QDate::currentDate().year());
    });
}

void DashboardModel::loadFiles()
{
    load(u"files"_s, readLargestFiles);
}

void DashboardModel::loadFolders()
{
    load(u"folders"_s, readLargestFolders);
}

void DashboardModel::loadEqualSizes()
{
    load(u"equalSizes"_s, readEqualSizes);
}

void DashboardModel::loadCatalogueFile()
{
    load(u"catalogueFile"_s, [](const Scope &scope, const OnSlice &) { return readCatalogueFile(scope); });
}

void DashboardModel::loadCheck()
{
    load(u"check"_s, [fails = !std::exchange(m_hasFailedOnPurpose, true)](const Scope &scope, const OnSlice &) {
        if (fails)
            throw std::runtime_error(tr("This fails on purpose the first time, and works when it is tried again.").toStdString());
        return checkCatalogue(scope);
    });
}

void DashboardModel::loadRequests()
{
    loadAsync(
        u"requests"_s,
        [site = m_site, server = m_server, fetcher = m_fetcher, gate = m_gate](TaskContext &context) {
            waitFor(gate, context);
            QUrl url = site;
            if (url.isEmpty()) {
                url = server->url();
                context.post({{u"factsUrl"_s, url.resolved(QUrl(u"/facts"_s))}});
            }
            return sendFiveRequests(context, url, fetcher);
        },
        {.task = {.lane = Aside::Lane::Io, .timeout = RequestsTimeout}});
}

void DashboardModel::stop()
{
    cancelLoad(folderKeys() + QStringList{u"requests"_s});
}

bool DashboardModel::isAnyLoading() const
{
    for (const auto *result : {&totals, &types, &ages, &years, &files, &folders, &equalSizes, &check, &requests}) {
        if (result->value().isLoading())
            return true;
    }
    return false;
}

} // namespace AsideDemo
