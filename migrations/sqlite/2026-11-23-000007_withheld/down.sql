DROP INDEX changes_withheld;
