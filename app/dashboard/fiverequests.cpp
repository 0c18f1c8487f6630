// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "fiverequests.h"

#include <aside/gather.h>
#include <catalogue/rawname.h>

#include <QCoreApplication>

#include <algorithm>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsideDemo::FiveRequests)
};

QString pathFor(int status)
{
    return u"/status/%1"_s.arg(status);
}

QUrl urlFor(const QUrl &site, int status)
{
    QUrl url = site;
    QString path = site.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + pathFor(status));
    return url;
}

double milliseconds(std::chrono::steady_clock::duration duration)
{
    return std::chrono::duration<double, std::milli>(duration).count();
}

} // namespace

std::optional<QUrl> siteFrom(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || url.hasQuery() || url.hasFragment())
        return {};
    return url;
}

Figures sendFiveRequests(Aside::TaskContext &context, const QUrl &site, const std::shared_ptr<HttpFetcher> &fetcher)
{
    const auto ask = [&](int status) {
        return [fetcher, url = urlFor(site, status)] { return fetcher->get(url); };
    };
    const auto began = std::chrono::steady_clock::now();
    const auto [ok, found, bad, missing, broken] = Aside::gather(ask(200), ask(302), ask(400), ask(404), ask(500))(context);
    const double together = milliseconds(std::chrono::steady_clock::now() - began);

    Figures figures;
    double sum = 0;
    const auto add = [&](int asked, const HttpAnswer &answer) {
        const double took = milliseconds(answer.ended - answer.began);
        sum += took;
        figures.labels.append(pathFor(asked));
        figures.texts.append(visibleText(u"%1 %2"_s.arg(QString::number(answer.status), answer.reason)).trimmed());
        figures.details.append(valueText(took, ChartUnit::Milliseconds));
        figures.values.append(took);
        figures.others.append(milliseconds(answer.began - began));
        figures.groups.append(std::clamp(answer.status / 100 - 2, 0, 3));
    };
    add(200, ok);
    add(302, found);
    add(400, bad);
    add(404, missing);
    add(500, broken);
    figures.legend = {Words::tr("2xx: done"), Words::tr("3xx: elsewhere"), Words::tr("4xx: refused"), Words::tr("5xx: broken")};
    figures.axis = ChartAxis::upTo(together, ChartUnit::Milliseconds);
    figures.summary = Words::tr("Together %1; one after another it would have been %2.")
                          .arg(valueText(together, ChartUnit::Milliseconds), valueText(sum, ChartUnit::Milliseconds));
    return figures;
}

} // namespace AsideDemo
