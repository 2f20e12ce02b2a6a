;;; eglot.el --- Drives the server by Emacs's own client  -*- lexical-binding: t -*-

;; Run by scripts/editors/test.mjs: `emacs -Q --batch -l eglot.el'. Sets the server up as docs/editors.md does, and writes
;; what the editor shows as JSON.

(require 'package)
;; Where Debian puts the packages of Emacs; `-Q' leaves its start-up out.
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
(package-initialize)
(require 'eglot)
(require 'json)

(define-derived-mode proviso-mode text-mode "Legal" "Plain-text legal documents.")
(add-to-list 'auto-mode-alist '("\\.\\(legal\\|agreement\\)\\'" . proviso-mode))
(add-to-list 'eglot-server-programs
             `(proviso-mode . (,(getenv "PROVISO_NODE") ,(getenv "PROVISO_PROGRAM") "lsp" "--stdio")))

(defun proviso-wait (what condition)
  "Wait until CONDITION is true, or fail with WHAT."
  (let ((until (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) until) (error "%s did not come" what))
      (accept-process-output nil 0.05))))

(defun proviso-go-to (words)
  "Put point into the last of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (backward-char 1))

(defun proviso-drive ()
  "Open, read diagnostics, jump, rename; return what was seen."
  (let (diagnostics jumped renamed)
    (find-file (getenv "PROVISO_DOCUMENT"))
    (setq eglot-sync-connect t eglot-connect-timeout 60 eglot-autoshutdown t eglot-confirm-server-initiated-edits nil)
    (apply #'eglot--connect (eglot--guess-contact))
    (proviso-wait "a server that manages the buffer" #'eglot-managed-p)
    (flymake-start)
    (proviso-wait "a diagnostic" #'flymake-diagnostics)
    (setq diagnostics
          (mapcar (lambda (found)
                    `((line . ,(line-number-at-pos (flymake-diagnostic-beg found)))
                      (message . ,(flymake-diagnostic-text found))))
                  (flymake-diagnostics)))

    (proviso-go-to "as Section 1.4")
    (xref-find-definitions (xref-backend-identifier-at-point (xref-find-backend)))
    (setq jumped (buffer-substring-no-properties (line-beginning-position) (line-end-position)))

    (proviso-go-to "The Premises")
    (eglot-rename "Shop")
    (setq renamed (split-string (buffer-substring-no-properties (point-min) (point-max)) "\n"))
    (eglot-shutdown (eglot-current-server))
    `((diagnostics . ,(vconcat diagnostics)) (jumpedTo . ,jumped) (renamed . ,(vconcat renamed)))))

(let ((answers (condition-case failure
                   (proviso-drive)
                 (error `((failure . ,(error-message-string failure)))))))
  (with-temp-file (getenv "PROVISO_ANSWERS")
    (insert (json-encode answers))))
