// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// One of two programs that differ in the library only. Each line that it reads is a number of tasks, and is
// answered with the microseconds that their round trip took; with a number as an argument it makes one trip,
// for profilers.

#include "../heart.h"
#include "../targets.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

class Traveller
{
public:
    Traveller()
    {
        QObject::connect(&m_target, &Aside::ViewModel::taskFinished, &m_target, [this] { m_target.arrived(); });
    }

    double trip(int tasks)
    {
        while (int(m_names.size()) < tasks)
            m_names.push_back(u"task %1"_s.arg(m_names.size()));
        const auto start = Bench::Clock::now();
        for (int i = 0; i < tasks; ++i)
            m_target.assignAsync(m_names[size_t(i)], [i] { return Aside::Assigns{{u"latest"_s, i}}; });
        m_target.waitFor(tasks);
        return std::chrono::duration<double, std::micro>(Bench::Clock::now() - start).count();
    }

private:
    std::vector<QString> m_names;
    Bench::Target m_target;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    Traveller traveller;
    if (argc > 1) {
        traveller.trip(std::atoi(argv[1]));
        return 0;
    }
    char line[32];
    while (std::fgets(line, sizeof line, stdin)) {
        std::printf("%f\n", traveller.trip(std::atoi(line)));
        std::fflush(stdout);
    }
    return 0;
}
