import pytest

T = """Sales fell in 2014.
In the 1990s sales fell.
It opened in the late 1990s.
It opened in mid-2014.
It opened in early 2013.
The 2014-15 season was poor.
From 1904-05 on it grew.
It grew from 2010 to 2018.
It grew between 2010 and 2018.
Over 2010-2018 it grew.
2010 through 2018 were good.
A levy of 1,995 yuan.
It paid ¥1995 for it.
Only 1985 tonnes were left.
Sales fell to 1985 tonnes.
Sales fell from 1985 to 1875 tonnes.
It has more than 1900 people.
It is lower than 2010 levels.
Flight 1985 was late.
It had 1985 kilns.
In 1985 kilns were rare.
Growth of 2014% is odd.
It sold 1985km of cable.
In 1499 there was no mine.
In 2151 there will be none.
2014 million tonnes
nearly 2000, most of them old
It opened on 1 November 2017.
It opened on 19 May.
It opened on the 8th of October 2017.
It opened on May 19, 2013.
It opened on May 4th.
It opened on Sept. 4 2013.
It opened on 4/11/2018.
It opened on 11/24/2018.
It opened on 44/44/2018.
It opened on 31 April 2018.
It opened in October 2014.
It opened in October.
It opened in July.
It opened from January to October 2014.
January-October 2014
November to February 2015
They may 2014
They may come.
They march on.
A march 3 km long
In May 2014
on Monday
last Monday
next Monday
on Wednesday
last year
this year
next year
last month
this month
next month
last quarter
this quarter
last week
last summer
this summer
next summer
last winter
last April
last October
this October
next October
next April
now
So far it grew.
Today's output
to date
at present
""".strip().split("\n")
T2 = """first quarter of 2015
first three quarters of 2014
the first ten months of last year
first 10 months
second half
the first half of the year
the fourth quarter
third-quarter sales
first half a tonne
second half price
first 13 months
fiscal 2014
financial year 2013-14
FY 2020
the fiscal year to June 2015
the financial year that ended in March 2014
fiscal year ended 31 March 2014
end of June
the end of June 2015
start of the year
the end of the year
end of that month
by the end of 2015
year-end
the year-end
the end of the end of June
a year earlier
ten years before
12 months ago
two decades ago
a year ago
three months ago
three years later
two years before 2014
five years back
a hundred years ago
a quarter earlier
two years on
three days after
three years after
over the past decade
over the past two years
over the previous year
for the past two years
in the eight years to 2017
the three years up to 2017
the two years through 2017
the year to June 2015
the year ended March 2014
six months to June 2015
within five years
in the next three years
for the next three years
in a few years
over the last several years
for five straight years
in the first ten years
a couple of years
in five years
past 40 centuries
within 3000 centuries
from 2010 to 2018
from January to May
between June and August 2014
from November to February 2015
from 1 May to 3 June 2014
from 2018 to 2010
from last year to next year
since 2013
since about June
since it came on stream in 1960
since, in 2014,
since last year
since the end of 2015
since 2030
by 2030
until June
till the end of 2019
before 2010
after May
by the fiscal year to June 2022
same period
the same period of 2016
the same quarter last year
the same month a year earlier
the same period the year before
that year
that year was dry
in the half
during that period
in the year of the fire
on the year
on the week
year-on-year
month on month
quarter-over-quarter
the previous year
the preceding decade
the previous census
the year before
a month earlier
the year before last
""".strip().split("\n")


def test_x(periods_in, undated_periods_in):
    for t in T + T2:
        a, b = periods_in(t), undated_periods_in(t)
        print(repr(t), a, "" if a == b else b)
