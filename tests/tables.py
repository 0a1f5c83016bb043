from test_importing import SCHOOLS, filled, header, write_csv, write_xlsx  # noqa
