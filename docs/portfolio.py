"""Questions about many teams, asked of the rows of `mlops-maturity score` with DuckDB: python3 portfolio.py scores.csv"""

import sys
import time

import duckdb

QUESTIONS = {
    "How many teams stand at which level": """
        select overall_low as level, count(*) as teams, count(*) filter (overall_high > overall_low) as could_be_higher
        from latest group by level order by level""",
    "Units, by the share of their teams on level 2 or above": """
        select split_part(title, ' / ', 1) as unit, count(*) as teams,
               round(100.0 * count(*) filter (overall_low >= 2) / count(*), 1) as percent_at_2
        from latest group by unit order by percent_at_2 desc, unit""",
    "What holds most teams back": """
        select area, count(*) as teams
        from (unpivot latest on people_low, "model-creation_low", "model-release_low", "application-integration_low"
              into name area value level)
        where level = overall_low and overall_low < 4 group by area order by teams desc""",
    "Quarter by quarter": """
        select date_trunc('quarter', date)::date as quarter, count(*) as results,
               round(100.0 * count(*) filter (overall_low >= 2) / count(*), 1) as percent_at_2,
               round(100.0 * count(*) filter (confidence >= 0.9) / count(*), 1) as percent_well_answered
        from scores group by quarter order by quarter""",
}


def main(path: str) -> None:
    start = time.perf_counter()
    database = duckdb.connect()
    database.execute("create table scores as select * from read_csv(?)", [path])
    # A team is its newest result, as on the page.
    database.execute("""
        create table latest as
        select * from scores qualify row_number() over (partition by title order by date desc) = 1""")
    print(f"read in {time.perf_counter() - start:.1f} s")
    for question, sql in QUESTIONS.items():
        start = time.perf_counter()
        answer = database.sql(sql)
        print(f"\n{question}")
        print(answer, end="")
        print(f"({1000 * (time.perf_counter() - start):.0f} ms)")


if __name__ == "__main__":
    main(sys.argv[1])
